import { expect, test } from 'vitest';
import { Recorder } from '../../src/imports/record.ts';

test('a doubt is told once for each place that it is about', () => {
  const record = new Recorder();
  const reason = '第3页“渡船应当”与上一行接成一段，是否另起一段请核对';
  for (const line of [4, 9, 4]) record.doubt('joined', reason, 'info', { page: 3, line });
  for (let i = 0; i < 2; i++) record.doubt('macros', '文件含宏，没有运行');
  expect(record.doubts).toEqual([
    { rule: 'joined', reason, severity: 'info', page: 3, line: 4 },
    { rule: 'joined', reason, severity: 'info', page: 3, line: 9 },
    { rule: 'macros', reason: '文件含宏，没有运行', severity: 'warning' },
  ]);
});
