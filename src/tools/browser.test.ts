import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findBrowser, launchOptions, thisMachine, type Machine } from '#tools/browser.ts';

/** A machine with these programs; installers that succeed add the program they name. */
function machine(programs: string[], given: Partial<Machine> = {}) {
  const said: string[] = [];
  const ran: string[] = [];
  const fake: Machine = {
    env: { PATH: '/bin:/usr/bin' },
    platform: 'linux',
    isRoot: false,
    playwrightPath: '/cache/chrome',
    isProgram: (path) => programs.includes(path),
    run: (program, args) => {
      ran.push([program.split('/').at(-1), args.at(-1)].join(' '));
      return false;
    },
    say: (line) => said.push(line),
    ...given,
  };
  return { fake, said, ran };
}

describe('findBrowser', () => {
  test('CHROMIUM_PATH wins over what is installed', () => {
    const env = { CHROMIUM_PATH: '/my/chrome', PATH: '/usr/bin' };
    const { fake } = machine(['/my/chrome', '/usr/bin/chromium'], { env });
    assert.equal(findBrowser(fake), '/my/chrome');
  });

  test('a CHROMIUM_PATH that is no program is an error, not a reason to take another', () => {
    const { fake } = machine(['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/gone' } });
    assert.throws(
      () => findBrowser(fake),
      /CHROMIUM_PATH names \/gone, .* Correct it, or unset it/,
    );
  });

  test('Chromium of the system wins over Chrome, and both over that of Playwright', () => {
    const all = ['/usr/bin/google-chrome', '/cache/chrome', '/usr/bin/chromium'];
    assert.equal(findBrowser(machine(all).fake), '/usr/bin/chromium');
    assert.equal(findBrowser(machine(all.slice(0, 2)).fake), '/usr/bin/google-chrome');
    assert.equal(findBrowser(machine(['/cache/chrome']).fake), '/cache/chrome');
  });

  test('without any, Playwright is asked to install one', () => {
    const programs: string[] = [];
    const { fake, said } = machine(programs, {
      run: () => programs.push('/cache/chrome') > 0,
    });
    assert.equal(findBrowser(fake), '/cache/chrome');
    assert.equal(said.length, 1);
  });

  test('when Playwright cannot, Debian is asked, but only by root', () => {
    const programs = ['/usr/bin/apt-get'];
    const asUser = machine(programs);
    assert.throws(() => findBrowser(asUser.fake));
    assert.deepEqual(asUser.ran, ['node chromium']);
    const asRoot = machine(programs, {
      isRoot: true,
      run: (program, args) => {
        if (program === 'apt-get' && args.at(-1) === 'chromium') programs.push('/usr/bin/chromium');
        return program === 'apt-get';
      },
    });
    assert.equal(findBrowser(asRoot.fake), '/usr/bin/chromium');
  });

  test('when all fail, one message names the ways to get one', () => {
    assert.throws(() => findBrowser(machine([]).fake), {
      message: `No Chromium or Chrome was found, and none could be installed.
Get one in any of these ways, then run the command again:
  - on Debian or Ubuntu:   apt-get install chromium
  - on any system:         npx playwright install chromium
  - one you have already:  CHROMIUM_PATH=/path/to/chrome npm test`,
    });
  });
});

test('a folder and a file that cannot be run are no browsers', () => {
  const { isProgram } = thisMachine();
  assert.equal(isProgram(process.cwd()), false);
  assert.equal(isProgram('package.json'), false);
  assert.equal(isProgram(process.execPath), true);
});

test('the browser makes no calls of its own', () => {
  const { executablePath, args } = launchOptions('/my/chrome');
  assert.equal(executablePath, '/my/chrome');
  assert.ok(args?.includes('--disable-background-networking'));
});
