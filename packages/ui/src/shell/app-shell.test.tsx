import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CaseIcon, DayIcon } from '../icons.ts';
import { rendered } from '../testing/rendered.ts';
import { AppShell } from './app-shell.tsx';
import { NavItem } from './nav-item.tsx';
import { PageBody } from './page-body.tsx';
import { PageHeader } from './page-header.tsx';
import { Tabs } from './tabs.tsx';

const shell = () => (
  <AppShell
    nav={
      <>
        <NavItem href="#day" icon={DayIcon} label="My day" count={9} hot current />
        <NavItem href="#cases" icon={CaseIcon} label="Cases" />
      </>
    }
    bottomBar={[{ href: '#day', label: 'My day', icon: DayIcon, current: true, dot: true }]}
  >
    <PageHeader title="My day" crumbs={[{ href: '#home', label: 'Home' }]} />
    <Tabs
      label="Views"
      current="a"
      tabs={[
        { id: 'a', label: 'Mine', href: '#a' },
        { id: 'b', label: 'Team', href: '#b' },
      ]}
    />
    <PageBody>
      <p>Nine things</p>
    </PageBody>
  </AppShell>
);

describe('AppShell', () => {
  beforeEach(() => page.viewport(1280, 800));

  test('says where one is, and the skip link leads to the page', async () => {
    rendered(shell());
    await expect.element(page.getByRole('link', { name: /My day/ })).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByRole('link', { name: 'Mine' })).toHaveAttribute('aria-current', 'page');
    await expect.element(page.getByRole('heading', { level: 1, name: 'My day' })).toBeVisible();
    await userEvent.tab();
    await expect.element(page.getByRole('link', { name: 'Skip to content' })).toHaveFocus();
    await expect
      .element(page.getByRole('link', { name: 'Skip to content' }))
      .toHaveAttribute('href', '#main');
  });

  test.each([
    { width: 1280, side: 228 },
    { width: 1024, side: 56 },
    { width: 390, side: 0 },
  ])('gives the navigation $side px at $width px', async ({ width, side }) => {
    await page.viewport(width, 800);
    const container = rendered(shell());
    expect(container.querySelector('.side')?.getBoundingClientRect().width).toBe(side);
    expect(document.documentElement.scrollWidth).toBe(width);
  });

  test('on the rail, names are still read out', async () => {
    await page.viewport(1024, 800);
    rendered(shell());
    await expect.element(page.getByRole('link', { name: 'Cases' })).toBeInTheDocument();
  });

  test('on a phone, More opens everything, and a link in it closes it', async () => {
    await page.viewport(390, 800);
    rendered(shell());
    await page.getByRole('button', { name: 'More' }).click();
    const sheet = page.getByRole('dialog', { name: 'All sections' });
    await expect.element(sheet).toBeVisible();
    await sheet.getByRole('link', { name: 'Cases' }).click();
    await expect.element(sheet).not.toBeInTheDocument();
    expect(location.hash).toBe('#cases');
  });
});
