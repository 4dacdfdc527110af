/** Kinds of legal events, in the one order that packed data counts them by. */
export const eventKinds = [
  'adopted',
  'promulgated',
  'issued',
  'commenced',
  'amended',
  'republished',
  'suspended', // 暂停执行
  'resumed', // 恢复执行
  'repealed',
  'expires',
  'period-starts',
  'period-ends',
  'executed',
  'transition-ends',
  'cited',
  'confirmed', // listed as 继续有效
  'unclear', // words about its force that no rule understands
] as const;
