// Uses the page as a reader does: node look.mjs CHROMIUM ADDRESS PICTURE. Fails with what is wrong; writes PICTURE-*.png.
import assert from 'node:assert/strict';
import {chromium} from 'playwright-core';

const [executablePath, address, picture] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
});

/** A fresh page, and what went wrong or out from it. */
async function open(options) {
  const page = await browser.newPage(options);
  const faults = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && !/GPU stall|GL Driver/.test(message.text()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    const own = request.url().startsWith('data:') || request.url().startsWith('blob:') || request.url().startsWith(new URL(address).protocol === 'file:' ? address : new URL(address).origin);
    if (!own) faults.push(`asked for ${request.url()}`);
  });
  await page.goto(address);
  await page.waitForSelector('html[data-ready]', {timeout: 30000});
  return {page, faults};
}

const text = (page, selector) => page.locator(selector).innerText();
/** How many events the timeline says it shows; by week or by month depends on its width. */
const shown_events = async (page) => Number.parseInt(await text(page, '#timeline .caption'), 10);

async function on_a_desk() {
  const {page, faults} = await open({viewport: {width: 1440, height: 900}, colorScheme: 'light'});
  assert.match(await text(page, '#panel'), /Who deals with whom[\s\S]*articles/i);
  await page.screenshot({path: `${picture}-light.png`});

  // Search finds, by keyboard alone; the panel is a dossier.
  await page.keyboard.press('/');
  await page.keyboard.type('zelen');
  await page.waitForSelector('.suggestions li[aria-selected="true"]');
  assert.match(await text(page, '.suggestions'), /Zelensky/);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => /Zelensky/.test(document.querySelector('#panel h2')?.textContent ?? ''));
  assert.match(await text(page, '#panel'), /Deals with[\s\S]*Ukraine/i);
  assert.ok(decodeURI(new URL(page.url()).hash).startsWith('#person/'));

  // A click on a tie shows its sentences, with article, date and the words marked.
  await page.locator('#panel .pair-row').first().click();
  await page.waitForSelector('#panel[data-about="pair"] .statement');
  assert.ok((await page.locator('#panel .statement mark').count()) > 0);
  assert.match(await text(page, '#panel .statement footer >> nth=0'), /\d{4}/);

  // Escape closes; the brush narrows; its button shows all again.
  await page.keyboard.press('Escape');
  assert.ok(await page.locator('#panel').isHidden());
  const all = await text(page, '#timeline .caption');
  const box = await page.locator('#timeline .plot').boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.9, box.y + 20, {steps: 6});
  await page.mouse.up();
  assert.match(await text(page, '#timeline .caption'), /in these days/);
  assert.notEqual(await page.locator('#timeline input[name="from"]').inputValue(), '');
  const filtered = Number.parseInt(await text(page, '#timeline .caption'), 10);
  assert.ok(filtered > 0 && filtered < Number.parseInt(all, 10), `${filtered} of ${all}`);
  await page.screenshot({path: `${picture}-brushed.png`});
  await page.locator('#timeline .small').click();
  assert.equal(await shown_events(page), Number.parseInt(all, 10));

  // Filters count what they hide.
  await page.keyboard.press('f');
  await page.locator('#filters label', {hasText: 'Material conflict'}).click();
  assert.ok(Number.parseInt(await text(page, '#timeline .caption'), 10) < Number.parseInt(all, 10));
  await page.locator('#filters .reset').click();
  assert.equal(await shown_events(page), Number.parseInt(all, 10));
  await page.keyboard.press('Escape');

  // Dark.
  await page.keyboard.press('t');
  assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), 'dark');
  await page.screenshot({path: `${picture}-dark.png`});
  assert.deepEqual(faults, []);
  await page.close();
}

async function in_a_hand() {
  const {page, faults} = await open({viewport: {width: 390, height: 844}, colorScheme: 'dark', isMobile: true, hasTouch: true});
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390, 'wider than the screen');
  await page.locator('.search input').tap();
  await page.keyboard.type('putin');
  await page.locator('.suggestions li').first().tap();
  await page.waitForFunction(() => /Putin/.test(document.querySelector('#panel h2')?.textContent ?? ''));
  await page.waitForTimeout(600);
  await page.screenshot({path: `${picture}-phone.png`});
  assert.deepEqual(faults, []);
  await page.close();
}

try {
  await on_a_desk();
  await in_a_hand();
  console.log(`${address}: all as it should be`);
} finally {
  await browser.close();
}
