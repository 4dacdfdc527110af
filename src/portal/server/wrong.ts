/** What can be wrong with a question or its answer, and how a reader is told. */
import { EngineAway } from '../engine.ts';
import { TooMuch } from '../fetch.ts';
import { mostCharacters } from '../questions.ts';

/** What is wrong with a question. */
export class BadQuestion extends Error {}
/** No city has been loaded: there is nothing that could answer. */
export class Empty extends Error {}
/** Too many questions at the same time. */
export class Busy extends Error {}

/** Status, heading and words for an error. */
export function whatIsWrong(error: Error & { statusCode?: number }): {
  status: number;
  title: string;
  reason: string;
} {
  if (error instanceof BadQuestion || error instanceof TooMuch)
    return { status: 400, title: '所问不合写法', reason: error.message };
  if (error instanceof Busy)
    return { status: 503, title: '暂时没有答案', reason: '同时查的人太多，请稍后再试。' };
  if (error instanceof Empty)
    return { status: 503, title: '暂时没有答案', reason: '这里还没有取用任何文库，请稍后再来。' };
  if (error instanceof EngineAway) {
    const reason = '检索的引擎没有作答，或只有一部分作答；为免答得不全，这次不给结果，请稍后再试。';
    return { status: 503, title: '暂时没有答案', reason };
  }
  const status = error.statusCode ?? 500;
  if (status === 404) return { status, title: '没有找到', reason: '这里没有这个文件。' };
  if (status === 429) return { status, title: '问得太密', reason: error.message };
  if (status === 413) return { status, title: '单子太长', reason: `全部文字不超过${mostCharacters}字。` };
  if (status < 500) return { status, title: '所问不合写法', reason: `所送的内容读不懂：${error.message}` };
  return { status: 500, title: '出了错', reason: '这次没有答出来，已经记下。' };
}
