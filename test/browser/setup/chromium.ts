/** Finds a Chromium to test with; on Debian as root it installs one; otherwise says what to install. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const places = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...[process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']].map(
    (folder) => folder && join(folder, 'Google/Chrome/Application/chrome.exe'),
  ),
];

function installed(): string | undefined {
  return places.find((place) => place && existsSync(place));
}

function install(): void {
  const apt = (...args: string[]) =>
    execFileSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-qq');
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/** Path of the browser. Throws, saying what to install, where there is none and none can be installed. */
export function findChromium(): string {
  const found = installed();
  if (found) return found;
  const debian = existsSync('/etc/debian_version') && existsSync('/usr/bin/apt-get');
  let why = '';
  if (debian && process.getuid?.() === 0) {
    try {
      install();
    } catch (error) {
      why = `（自动安装失败：${(error as Error).message}）`;
    }
    const made = installed();
    if (made) return made;
  }
  throw new Error(
    `浏览器测试需要 Chrome 或 Chromium${why}。Debian、Ubuntu：sudo apt-get install chromium fonts-noto-cjk；` +
      '其他系统：安装 Google Chrome，或用环境变量 CHROMIUM 指明它的位置。',
  );
}
