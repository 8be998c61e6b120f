/** Browsers of engines other than Chromium's. */
export interface OtherBrowsers {
  /** Path of Firefox. */
  firefox: string | undefined;
  /** Path of WebKitGTK's driver, which knows its browser; only with {@link OtherBrowsers.xvfb}. */
  webkitDriver: string | undefined;
  /** Path of the X server without a screen in which WebKitGTK draws. */
  xvfb: string | undefined;
}
/** Those that are on this machine. */
export function otherBrowsers(): OtherBrowsers;
/** Installs those that are missing where that is possible, and returns what is there then. */
export function ensureOtherBrowsers(env: NodeJS.ProcessEnv): OtherBrowsers;
