/** `amend`: a decision applied to a text, and checked against the text as printed after it. */
import { type AmendResult, amend, clauseLabel, targetLabel } from '../src/domain/amendments/index.ts';
import { differing } from '../src/domain/compare/index.ts';
import type { Message, Verification } from '../src/domain/model.ts';
import { serialize } from '../src/domain/structure/index.ts';
import { messagesOf as fileMessages } from '../src/domain/text/index.ts';
import { readArguments, wrongUse } from './arguments.ts';
import { type Io, printed, readInput } from './io.ts';

const usage = '用法：amend BASE DECISION [--expect NEW] [--json]   （- 表示标准输入）\n';
const options = { expect: { type: 'string' }, json: { type: 'boolean' } } as const;

/** Exit code 1 where an operation was not applied, something was not understood, or the print contradicts. */
export async function run(args: string[], io: Io): Promise<number> {
  const read = readArguments(args, options, usage, io);
  if (typeof read === 'number') return read;
  const { values, positionals } = read;
  const [base, decision, ...more] = positionals;
  if (base === undefined || decision === undefined || more.length > 0) return wrongUse('', usage, io);
  const paths = [base, decision, ...(values.expect === undefined ? [] : [values.expect])];
  const inputs = [];
  for (const path of paths) inputs.push({ ...(await readInput(path, io)), name: path });
  const failed = inputs.flatMap(({ messages }) => messages);
  const [baseText, decisionText, expected] = inputs;
  // Nothing is computed from, or held against, a file that was not read.
  if (failed.length > 0) {
    if (values.json) io.stdout.write(`${JSON.stringify({ complete: false, messages: failed })}\n`);
    for (const message of failed) io.stderr.write(printed(message));
    return 1;
  }
  const result = amend(baseText!, decisionText!, expected);
  const messages = messagesOf(result, decision, base);
  if (values.json) io.stdout.write(`${JSON.stringify(report(result, messages))}\n`);
  else io.stdout.write(serialize(result.instrument));
  if (!values.json) for (const message of messages) io.stderr.write(printed(message));
  const lost = result.operations.filter(({ fate }) => fate === 'not-applied').length;
  if (lost > 0 && !values.json) io.stderr.write(`结果不完整：${lost}项修改未能应用\n`);
  return result.complete ? 0 : 1;
}

/** The JSON of `amend`. */
export function report(result: AmendResult, messages: Message[]): unknown {
  return {
    operations: result.operations.map((operation) => ({
      op: operation.op,
      clause: clauseLabel(operation.clause),
      target: targetLabel(operation),
      fate: operation.fate,
      reason: operation.reason ?? null,
      place: { line: operation.position.start.line, column: operation.position.start.column },
      instruction: operation.instruction,
      ...(operation.of === undefined ? {} : { of: operation.of }),
      ...(operation.touched ? { touched: operation.touched } : {}),
    })),
    text: serialize(result.instrument),
    ...(result.comparison ? { comparison: result.comparison } : {}),
    complete: result.complete,
    messages,
  };
}

/** The words of both sides where they part. */
function shown({ oldText, newText }: Verification): string {
  if (oldText === newText) return '';
  const [computed, printedWords] = differing(oldText, newText);
  return `：推算“${computed}”，公布“${printedWords}”`;
}

/** Every finding as a diagnostic, in the decision's places; what concerns the new text as a whole stands at the base. */
export function messagesOf(result: AmendResult, decision: string, base: string): Message[] {
  const messages: Message[] = result.files.slice(0, 2).flatMap(fileMessages);
  for (const { rule, reason, text, position, severity } of result.remarks) {
    const { line, column } = position.start;
    messages.push({
      file: decision,
      rule,
      line,
      column,
      reason: text === '' ? reason : `${reason}：${text}`,
      severity,
    });
  }
  for (const operation of result.operations) {
    if (operation.reason === undefined) continue;
    const { line, column } = operation.position.start;
    const applied = operation.fate === 'applied';
    const label = clauseLabel(operation.clause);
    messages.push({
      file: decision,
      rule: applied ? 'operation-assumed' : 'operation-not-applied',
      line,
      column,
      reason: `${label === '' ? '' : `决定“${label}”：`}${operation.instruction.slice(0, 40)}：${operation.reason}`,
      severity: applied ? 'warning' : 'error',
    });
  }
  for (const { rule, reason, severity } of result.findings) {
    messages.push({ file: base, rule, line: 1, column: 1, reason, severity });
  }
  for (const row of result.comparison ?? []) {
    if (row.class === 'same' || row.class === 'typography') continue;
    const kind = {
      renumbering: '编号不同',
      allowed: '概括授权的文字调整',
      contradiction: row.untouched
        ? '与公布的文本不一致；已应用的修改没有改动这里的文字，是两个版本本来不同，或者决定没有读全、没有全部应用'
        : row.oldText !== '' && row.oldText === row.newText
          ? '在公布的文本中位置不同'
          : '与公布的文本不一致',
    }[row.class];
    messages.push({
      file: base,
      rule: `expect-${row.class}`,
      line: 1,
      column: 1,
      reason: `${row.old ?? '（无）'}／${row.new ?? '（无）'}：${kind}${shown(row)}`,
      severity: row.class === 'contradiction' ? 'error' : 'warning',
    });
  }
  return messages;
}
