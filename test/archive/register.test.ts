import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { registerRecord } from '../../src/site/records.ts';
import { archive, published, texts } from '../gazette/issue.ts';

const register = registerRecord.parse(parse(readFileSync('content/register.yaml', 'utf8')));
const bare = (text: string): string => text.replace(/[\s\u3000《》〈〉“”]/g, '');
const issueText = bare(published);

test('every work of the register stands in the archive under its id and title', () => {
  const works = new Map(archive.works.map((work) => [work.id, work]));
  expect(new Set(register.works.map(({ id }) => id)).size).toBe(register.works.length);
  for (const { id, title } of register.works) expect(works.get(id)?.title, id).toBe(title);
});

test('the nine texts have the ids that their addresses are made of', () => {
  expect(archive.works.filter(({ versions }) => versions.length > 0).map(({ id }) => id)).toEqual(
    Object.values(texts).map(({ id }) => id),
  );
});

test('what is only mentioned is mentioned in the issue, and has no text and no status of its own', () => {
  const mentioned = archive.works.filter(({ versions }) => versions.length === 0);
  expect(mentioned.map(({ id }) => id)).toEqual([
    'zhanfagaijiage-2015-26',
    'zhanfagaijiagehan-2015-62',
    'youhua-yingshang-huanjing-tiaoli',
    'huanjing-baohu-fa',
    'daqi-wuran-fangzhi-fa',
    'shui-wuran-fangzhi-fa',
    'guangdong-huanjing-baohu-tiaoli',
    'huanbanzhifa-2020-8',
    'guangdong-shuzi-zhengfu-guihua',
    'zhansihan-2020-406',
    'zhengfu-guizhang-dianzi-wenben-tongzhi',
  ]);
  for (const { title } of mentioned) expect(issueText, title).toContain(bare(title));
});

test('numbers are those that the issue prints, but for two that it does not', () => {
  const unprinted = register.works
    .filter(({ documentNumber }) => documentNumber && !issueText.includes(bare(documentNumber)))
    .map(({ id }) => id);
  expect(unprinted).toEqual(['youhua-yingshang-huanjing-tiaoli', 'huanbanzhifa-2020-8']);
});

test('the first text of the rule is known by the number of the order that promulgated it', () => {
  const rule = archive.works.find(({ id }) => id === 'wangyueche-guiding')!;
  expect(rule.documentNumber).toBe('令第3号');
  expect(register.works.find(({ id }) => id === rule.id)!.documentNumber).toBe('湛江市人民政府令第3号');
});

test('organs have the code that their numbers begin with', () => {
  const codes = new Map(register.organs.map(({ name, code }) => [name, code]));
  for (const { documentNumber, issuer } of Object.values(texts)) {
    const code = issuer && codes.get(issuer);
    if (documentNumber?.includes('〔')) expect(documentNumber.startsWith(code!), documentNumber).toBe(true);
  }
  expect(codes.get('湛江市司法局')).toBe('湛司');
});
