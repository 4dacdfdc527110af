/** What the readers of a file said of it, as the command line prints it. */
import type { VFile } from 'vfile';
import type { Message, Severity } from '../model.ts';

/** Messages of a file as the command line prints them. */
export function messagesOf(file: VFile): Message[] {
  return file.messages.map((message) => ({
    file: file.path ?? '',
    rule: message.ruleId ?? 'text',
    line: message.line ?? 1,
    column: message.column ?? 1,
    reason: message.reason,
    severity: severityOf(message.fatal),
  }));
}

/** vfile's scale: true is an error, false a warning, anything else for information. */
function severityOf(fatal: boolean | null | undefined): Severity {
  if (fatal === true) return 'error';
  return fatal === false ? 'warning' : 'info';
}
