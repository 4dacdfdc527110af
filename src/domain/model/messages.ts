/** Diagnostics, and files as they are read. */

export type Severity = 'error' | 'warning' | 'info';

/** A diagnostic as printed: `file:line:column rule reason`. */
export interface Message {
  file: string;
  rule: string;
  line: number;
  column: number;
  reason: string;
  severity: Severity;
  /** Who has looked at it, when, and why it stands: `张三2021-03-01核对：原刊如此`. */
  accepted?: string;
}

/** What a file of `content/` says, read by the bridge and handed in. */
export interface SourceFile {
  path: string;
  text: string;
}
