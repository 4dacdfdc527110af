import { describe, expect, it } from 'vitest';
import { progressOn, remaining } from '../../scripts/progress.ts';

function told(terminal: boolean, steps: number, each: number): string {
  let [out, time] = ['', 0];
  const progress = progressOn({ write: (text) => (out += text) }, terminal, () => time);
  progress.stage('读内容');
  progress.stage('写网页', steps);
  for (let i = 0; i < steps; i++) {
    time += each;
    progress.step();
  }
  progress.end();
  return out;
}

describe('progress', () => {
  it('writes over one line on a terminal, with the count and the time that is left', () => {
    const out = told(true, 100, 100);
    expect(out).not.toContain('\n');
    expect(out).toContain('\r\u001b[K写网页 50/100，还需约5秒');
    expect(out.endsWith('\r\u001b[K')).toBe(true);
  });

  it('writes plain lines elsewhere, one a stage and some for a long one', () => {
    expect(told(false, 100, 100)).toBe('读内容\n写网页 0/100\n写网页 100/100\n');
    expect(told(false, 3, 1)).toBe('读内容\n写网页 0/3\n');
    expect(told(false, 30, 1000).split('\n')).toHaveLength(6);
  });

  it('tells the time that is left as people say it', () => {
    expect([400, 8_000, 60_000, 130_000].map(remaining)).toEqual(['约1秒', '约8秒', '约1分', '约2分10秒']);
  });
});
