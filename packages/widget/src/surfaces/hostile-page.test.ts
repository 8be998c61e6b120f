import { describe, expect, onTestFinished, test } from 'vitest';
import { page } from 'vitest/browser';
import { aChecklist, aProgress, aSurvey } from '../elements/testing/contents.ts';
import { inside, stage, standIn } from '../elements/testing/stage.ts';
import '../elements/banso-checklist.define.ts';
import { mountLauncher } from './launcher.ts';
import { mountSurvey } from './survey.ts';

const HOSTILE = `* { all: unset !important; color: hotpink !important; font: 40px serif !important; position: static !important; letter-spacing: 9px !important }
html { color-scheme: light }`;

function hostile(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(HOSTILE);
  document.adoptedStyleSheets.push(sheet);
  onTestFinished(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
  });
}

describe('on a page with `* { … !important }`', () => {
  test('a floating surface keeps its ink, its size and its place', async () => {
    hostile();
    const controller = standIn({ contents: [aSurvey()] });
    const survey = mountSurvey(controller, 'srv_1');
    const launcher = mountLauncher(controller, { toggle: () => undefined, isOpen: () => false });
    onTestFinished(() => {
      survey.destroy();
      launcher.destroy();
    });
    await expect.element(page.getByRole('radio').first()).toBeVisible();
    const host = document.querySelector('banso-survey')!;
    const [legend] = inside(host, 'legend');
    const style = getComputedStyle(legend!);
    expect(style.color).not.toBe('rgb(255, 105, 180)');
    expect(style.fontSize).toBe('16px');
    expect(style.letterSpacing).toBe('normal');
    expect(getComputedStyle(host).position).toBe('fixed');
    const box = host.getBoundingClientRect();
    expect(box.width).toBeGreaterThan(300);
    expect(box.bottom).toBeLessThanOrEqual(window.innerHeight);
  });

  test('an element in the page keeps its ink', async () => {
    hostile();
    const controller = standIn({ contents: [aChecklist()], progress: { chk_1: aProgress([{ key: 'a' }]) } });
    const element = stage('banso-checklist', controller, { content: 'start' });
    await expect.element(page.getByText('Step a', { exact: true })).toBeVisible();
    const style = getComputedStyle(inside(element, '.t1')[0]!);
    expect(style.color).not.toBe('rgb(255, 105, 180)');
    expect(style.fontSize).toBe('14px');
    expect(style.letterSpacing).toBe('normal');
  });
});

test.each([
  { locale: 'en', lang: 'en', dir: 'ltr' },
  { locale: 'ja-JP', lang: 'ja-JP', dir: 'ltr' },
  { locale: 'ar', lang: 'en', dir: 'rtl' },
  { locale: 'he-IL', lang: 'en', dir: 'rtl' },
])('the first element inside says language and direction: $locale', async ({ locale, lang, dir }) => {
  const controller = standIn({ contents: [aChecklist({ lang: 'ar' })], locale });
  const element = stage('banso-checklist', controller, { content: 'start' });
  await expect.poll(() => element.shadowRoot?.firstElementChild?.getAttribute('lang')).toBe(lang);
  expect(element.shadowRoot?.firstElementChild?.getAttribute('dir')).toBe(dir);
  expect(inside(element, 'h2')[0]?.getAttribute('dir')).toBe('rtl');
});

test.each([
  { scheme: 'dark', theme: undefined, is: 'dark' },
  { scheme: 'dark', theme: 'light', is: 'light' },
  { scheme: undefined, theme: undefined, is: 'normal' },
] as const)('scheme $scheme with attribute $theme is $is', async ({ scheme, theme, is }) => {
  const controller = standIn({ contents: [aChecklist()], theme: scheme ? { scheme } : {} });
  const element = stage('banso-checklist', controller, { content: 'start' });
  if (theme) element.setAttribute('theme', theme);
  await expect.element(page.getByText('Step a', { exact: true })).toBeVisible();
  expect(getComputedStyle(inside(element, '[part~=base]')[0]!).colorScheme).toBe(is);
});

test('nothing carries a style attribute in its markup', async () => {
  const controller = standIn({ contents: [aChecklist()], theme: {} });
  const element = stage('banso-checklist', controller, { content: 'start' });
  await expect.element(page.getByText('Step a', { exact: true })).toBeVisible();
  expect(inside(element, '[style]').filter((one) => one.getAttribute('style') !== '')).toEqual([]);
});
