import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { buildPage } from '../../web/build.ts';

const KB = 1024;

test('what a browser loads first is small, and names nothing outside of its origin', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-page-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  await buildPage(folder);
  const read = (name: string) => readFileSync(join(folder, name));
  expect(gzipSync(read('main.js')).length).toBeLessThan(110 * KB);
  expect(gzipSync(read('main.css')).length).toBeLessThan(8 * KB);
  const html = read('index.html').toString();
  expect(html).not.toMatch(/https?:|\son\w+=|style=|<style|<script(?![^>]*\ssrc=)/u);
});
