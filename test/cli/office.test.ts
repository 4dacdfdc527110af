/**
 * What is asked of LibreOffice, by a stand-in that takes the same arguments: it writes the DOCX that it is given, or
 * fails. Which text the real one makes of a DOC is not tested here.
 */
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { convertOffice } from '../../scripts/import/office.ts';
import { run } from '../../scripts/import.ts';
import { docxOf, p } from '../imports/made/docx.ts';
import { folder, runCommand } from './run.ts';

const doc = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]);
const path = process.env['PATH'];
let dir = '';

beforeEach(() => {
  dir = folder({
    'a.doc': doc,
    'a.wps': doc,
    'a.rtf': '{\\rtf1 abc}',
    'made.docx': docxOf(p('样洲市停车办法') + p('第一条　为了停车，制定本办法。')),
  });
});
afterEach(() => {
  process.env['PATH'] = path;
  rmSync(dir, { recursive: true });
});

/** Puts a command alone on the path. */
function standIn(script: string): void {
  writeFileSync(join(dir, 'soffice'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(dir, 'soffice'), 0o755);
  process.env['PATH'] = dir;
}
const importing = (name: string) =>
  runCommand(run, [join(dir, name), '--issue', '2021-01', '--content', join(dir, 'content')]);

describe.skipIf(process.platform === 'win32')('files of office programs', () => {
  test.each(['a.doc', 'a.wps', 'a.rtf'])('%s is converted, read, and kept as it came', async (name) => {
    // soffice --headless --norestore -env:… --convert-to FILTER --outdir FOLDER FILE
    standIn(
      `/bin/echo "$@" > ${dir}/asked; /bin/cp "\${3#-env:UserInstallation=file://}/user/registrymodifications.xcu" ${dir}/settings; /bin/cp ${dir}/made.docx "$7/input.docx"`,
    );
    const { code, out } = await importing(name);
    expect([code, out]).toEqual([1, expect.stringContaining('由 LibreOffice 转成 DOCX 后读取')]);
    const issue = join(dir, 'content/issues/2021-01');
    expect(readFileSync(join(issue, 'gazette.md'), 'utf8')).toContain('第一条　为了停车，制定本办法。');
    expect(readFileSync(join(issue, 'originals', name))).toEqual(readFileSync(join(dir, name)));
    const [record] = parse(readFileSync(join(issue, 'import.yaml'), 'utf8'));
    expect(record).toMatchObject({ reader: expect.stringMatching(/^LibreOffice，gongbao docx/) });
    const asked = readFileSync(join(dir, 'asked'), 'utf8').trim();
    expect(asked).toMatch(
      /^--headless --norestore -env:UserInstallation=file:\/\/(\S+)\/profile --convert-to docx:MS Word 2007 XML --outdir \1 \1\/input\.doc$/,
    );
    expect(existsSync(asked.split(' ').at(-1)!)).toBe(false);
    const settings = readFileSync(join(dir, 'settings'), 'utf8');
    expect(settings).toMatch(/DisableMacrosExecution[^/]*<value>true/);
    expect(settings).toMatch(/ooInetHTTPSProxyName[^/]*<value>127\.0\.0\.1/);
  });

  test.each([
    ['fails', 'exit 77'],
    ['writes nothing', 'exit 0'],
  ])('where the program %s, nothing is written and a sentence says so', async (_, script) => {
    standIn(script);
    const { code, err } = await importing('a.doc');
    expect([code, existsSync(join(dir, 'content'))]).toEqual([2, false]);
    expect(err).toContain('LibreOffice 不能把这个文件转成 DOCX，请另存为 DOCX');
  });

  test('where there is none, the person is told what to do', async () => {
    process.env['PATH'] = dir;
    const { code, err } = await importing('a.doc');
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('要装有 LibreOffice（soffice）才能读取；也可以另存为 DOCX'),
    ]);
  });

  test('one that does not end is ended, with what it has started', async () => {
    standIn(`/bin/sleep 60 & echo $! > ${dir}/pid; wait`);
    await expect(convertOffice(doc, async () => 'used', 0.5)).rejects.toThrow('转了0.5秒还没有转完');
    const pid = Number(readFileSync(join(dir, 'pid'), 'utf8'));
    const stat = `/proc/${pid}/stat`;
    await expect.poll(() => !existsSync(stat) || / Z /.test(readFileSync(stat, 'utf8'))).toBe(true);
  });
});
