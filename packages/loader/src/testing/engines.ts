import { otherBrowsers } from '@banso/testkit/other-browsers';
import { startFirefox } from './firefox.ts';
import { startWebKit } from './webkit.ts';

/** A page in a browser of some engine. What is pressed and typed goes through the engine's own input, as from a person. */
export interface EngineTab {
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Evaluates an expression in the page; its value must fit into JSON. */
  evaluate<T>(expression: string): Promise<T>;
  /** CSS pixels from the upper left corner of the page. */
  click(x: number, y: number): Promise<void>;
  /** One key by its name in `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
  close(): Promise<void>;
}

/** A browser; each tab has storage of its own. */
export interface Engine {
  open(): Promise<EngineTab>;
  stop(): Promise<void>;
}

const { firefox, webkitDriver, xvfb } = otherBrowsers();

/** The engines beside Chromium's, with a way to start each; `start` is undefined where it is not on this machine. */
export const ENGINES: readonly { name: string; start: (() => Promise<Engine>) | undefined }[] = [
  { name: 'Firefox', start: firefox ? () => startFirefox(firefox) : undefined },
  { name: 'WebKit', start: webkitDriver && xvfb ? () => startWebKit(webkitDriver, xvfb) : undefined },
];
