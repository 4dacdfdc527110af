/**
 * Regular expressions that may take more than linear time, found in the source text.
 *
 * `/^(?:a|a)*$/` → exponential · `/\s*,?\s*$/` → polynomial
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { analyse } from 'scslre';
import ts from 'typescript';

export interface SlowPattern {
  /** Path below the root that was searched, with `/`. */
  file: string;
  /** From 1; 0 for a pattern built at run time. */
  line: number;
  pattern: string;
  exponential: boolean;
}

/** A pattern as a regular expression has it. */
export interface Pattern {
  source: string;
  flags: string;
}

/** How a pattern is slow; undefined where its time grows with the length of the text alone. */
export function slowness({ source, flags }: Pattern): 'exponential' | 'polynomial' | undefined {
  const { reports } = analyse(
    { source, flags },
    { maxReports: 8, reportTypes: { Move: false, Self: true, Trade: true } },
  );
  if (reports.length === 0) return undefined;
  return reports.some(({ exponential }) => exponential) ? 'exponential' : 'polynomial';
}

/** Pattern literals of a TypeScript file, with their lines. */
export function literalsOf(source: string): (Pattern & { line: number })[] {
  const file = ts.createSourceFile('file.ts', source, ts.ScriptTarget.Latest, true);
  const found: (Pattern & { line: number })[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), line });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Slow patterns among the literals of a folder's TypeScript files. */
export function slowPatterns(root: string): SlowPattern[] {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  return files.sort().flatMap((name) =>
    literalsOf(readFileSync(join(root, name), 'utf8')).flatMap((literal) => {
      const slow = slowness(literal);
      const file = name.split(sep).join('/');
      const { line, source: pattern } = literal;
      return slow ? [{ file, line, pattern, exponential: slow === 'exponential' }] : [];
    }),
  );
}

/** Rooms whose patterns meet whole lines of any length: there nothing may grow faster than the line. */
const readsLines: readonly string[] = ['structure', 'text', 'views'];

/** What must not be: an exponential pattern anywhere, any slow one where lines are read. */
export function forbidden(found: readonly SlowPattern[]): SlowPattern[] {
  return found.filter(
    ({ file, exponential }) => exponential || readsLines.some((room) => file.startsWith(`${room}/`)),
  );
}
