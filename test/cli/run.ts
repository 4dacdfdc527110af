/** Runs a command in this process with its input and output in memory, and makes folders to run it on. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from '../../scripts/io.ts';

export interface Result {
  code: number;
  out: string;
  err: string;
}

export async function runCommand(command: Command, args: string[], stdin = ''): Promise<Result> {
  let out = '';
  let err = '';
  const code = await command(args, {
    stdin: async () => stdin,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

/** A new folder with these files; the caller removes it. */
export function folder(files: Record<string, string | Uint8Array>): string {
  const dir = mkdtempSync(join(tmpdir(), 'gongbao-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dir, name)), { recursive: true });
    writeFileSync(join(dir, name), content);
  }
  return dir;
}
