import type { Locator, Page } from '@playwright/test';

/** The part of the client on `window` that tests speak to. */
interface Client {
  push(...commands: unknown[][]): void;
  getState(): {
    show?: unknown[];
    held?: Record<string, string>;
    pending: number;
    progress?: Record<string, unknown>;
  };
  why(content?: string): Promise<{ slug?: string; reason: string }[]>;
  track(name: string, properties?: Readonly<Record<string, string>>): Promise<string | undefined>;
  on(name: string, listener: (detail: { code: string }) => void): () => void;
  open(target?: string): Promise<boolean>;
  destroy(): void;
}

declare global {
  interface Window {
    banso?: Client | unknown[][];
  }
}

/** Every element that the widget may put into a page. */
export const OUR_ELEMENTS =
  'banso-launcher, banso-panel, banso-survey, banso-checklist, banso-resources, banso-announcement, banso-messages, banso-preferences';

/** The widget in a page, in the words that a person sees. */
export interface Widget {
  launcher: Locator;
  panel: Locator;
  survey: Locator;
  /** The announcement that has come by itself, as a bar. */
  banner: Locator;
  /** Anything of ours, seen or not. */
  anything: Locator;
  /** Chooses a score with the pointer, which sends it. */
  score(value: number): Promise<void>;
  /** Writes into the field of the survey. */
  comment(text: string): Promise<void>;
  /** A step of the checklist that is open in the panel. */
  step(title: string): Locator;
  /** Opens the panel by its button. */
  openPanel(): Promise<void>;
  /** Resolves once the service has answered what is on offer. */
  ready(): Promise<void>;
  /** Resolves once nothing waits to be sent. */
  sent(): Promise<void>;
}

/** Finds the widget in a page. */
export function widgetOn(page: Page): Widget {
  const launcher = page.locator('banso-launcher').getByRole('button');
  const survey = page.locator('banso-survey').getByRole('dialog');
  const panel = page.locator('banso-panel').getByRole('dialog');
  return {
    launcher,
    panel,
    survey,
    banner: page.locator('banso-announcement').getByRole('region'),
    anything: page.locator(OUR_ELEMENTS),
    score: (value) => survey.getByRole('radio', { name: `${value}`, exact: true }).click(),
    comment: (text) => survey.getByRole('textbox').fill(text),
    step: (title) =>
      panel.getByRole('list', { name: 'Steps' }).getByRole('listitem').filter({ hasText: title }),
    async openPanel() {
      await launcher.click();
      await panel.waitFor();
    },
    async ready() {
      await page.waitForFunction(() => {
        const { banso } = window;
        return banso && !Array.isArray(banso) && banso.getState().show !== undefined;
      });
    },
    async sent() {
      await page.waitForFunction(() => {
        const { banso } = window;
        return banso && !Array.isArray(banso) && banso.getState().pending === 0;
      });
    },
  };
}
