import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { onPath, runCommand } from './command';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];

/** A Chromium to drive: the one named by `CHROMIUM`, an installed one, one kept by Playwright, or a fresh Debian package. */
export function chromiumExecutable(): string {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM names ${named}, which does not exist`);
  }
  return found() ?? installed();
}

function found(): string | undefined {
  const kept = chromium.executablePath();
  return onPath(...NAMES) ?? (existsSync(kept) ? kept : undefined);
}

function installed(): string {
  const advice = 'install Chromium or Chrome, or name one by the environment variable CHROMIUM';
  const apt = onPath('apt-get');
  if (!apt || process.getuid?.() !== 0) throw new Error(`there is no Chromium: ${advice}`);
  console.error('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    runCommand(apt, ['update'], { env });
    runCommand(apt, ['install', '-y', 'chromium'], { env });
  } catch (error) {
    throw new Error(`Chromium could not be installed (${advice}): ${(error as Error).message}`);
  }
  const executable = found();
  if (!executable) throw new Error(`apt-get installed no usable Chromium: ${advice}`);
  return executable;
}
