/** Tesseract with simplified Chinese for the tests; on Debian as root it is installed, otherwise it is said what to install. */
import { execFileSync } from 'node:child_process';

function languages(): string {
  try {
    return execFileSync('tesseract', ['--list-langs'], { encoding: 'utf8' });
  } catch {
    return '';
  }
}

/** Throws, saying what to install, where Tesseract is missing and cannot be installed. */
export function needTesseract(): void {
  if (languages().includes('chi_sim')) return;
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  try {
    apt('update', '-qq');
    apt('install', '-y', '-qq', '--no-install-recommends', 'tesseract-ocr', 'tesseract-ocr-chi-sim');
  } catch {
    // What is missing is said below.
  }
  if (!languages().includes('chi_sim'))
    throw new Error(
      '扫描件的测试需要 Tesseract 和简体中文数据。Debian、Ubuntu：sudo apt-get install tesseract-ocr tesseract-ocr-chi-sim',
    );
}
