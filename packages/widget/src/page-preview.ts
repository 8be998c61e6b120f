import type { widgetApi } from '@banso/contract';
import type { PreviewRequest, PreviewResponse } from '@banso/contract/preview';
import type { Link, Runtime, RuntimeModule } from './runtime/link.ts';
import type { PreviewStage } from './runtime/preview-stage.ts';

/** `PREVIEW_PARAMETER` of the contract, whose schemas no page needs. */
const PARAMETER = 'banso_preview';

/**
 * What the loader fetches in place of the runtime where the address of the page carries a preview: shows the draft, sends nothing and
 * counts nothing. Where the service knows no such preview the page gets the runtime, as if the address had said nothing.
 */
export function start(link: Link): Runtime {
  const { call } = link;
  let ordinary: Runtime | undefined;
  let stage: PreviewStage | undefined;
  let gone = false;
  const opening = open().catch((error: unknown) => Boolean(link.warn(String(error))));
  link.call = async (...request) => ((await opening) ? nothingOnOffer() : call(...request));

  /** True when there is a preview in the page. */
  async function open(): Promise<boolean> {
    const token = new URLSearchParams(location.search).get(PARAMETER) ?? '';
    const request: PreviewRequest = { token, locale: link.locale() };
    const { body } = await call('preview', request);
    if (gone) return true;
    if (isPreview(body)) {
      const { showPreview } = await import('./runtime/preview-stage.ts');
      stage = await showPreview(link, body, endPreview);
      return true;
    }
    const { code = 'unavailable' } = Object(body) as { code?: string };
    link.warn(`preview: ${code}`);
    if (code === 'session_expired') await sayEnded();
    // It is built apart from this, and its elements are to be those of the page.
    const runtime = import.meta.url.replace(/[^/]*$/, 'runtime.js');
    const { start: startRuntime } = (await import(/* @vite-ignore */ runtime)) as RuntimeModule;
    if (!gone) ordinary = startRuntime(link);
    return false;
  }

  async function sayEnded(): Promise<void> {
    const { showPreviewEnded } = await import('./runtime/preview-ended.ts');
    showPreviewEnded(link);
  }

  return {
    update: () => ordinary?.update(),
    pause: () => ordinary?.pause(),
    leave: async () => ordinary?.leave(),
    async run(name, args, who, taken) {
      if (!(await opening)) return ordinary?.run(name, args, who, taken);
      taken?.(); // what the page tells is not kept for its next one either
      const [target] = args;
      if (name === 'open') return stage?.open(typeof target === 'string' ? target : undefined);
      return name === 'close' ? stage?.close() : undefined;
    },
    pending: () => ordinary?.pending() ?? 0,
    destroy() {
      gone = true;
      link.call = call;
      stage?.destroy();
      ordinary?.destroy();
    },
  };
}

const isPreview = (body: unknown): body is PreviewResponse =>
  typeof (body as PreviewResponse | null)?.content?.['kind'] === 'string';

/** What the loader takes for a session of somebody for whom there is nothing. */
function nothingOnOffer() {
  const body: Pick<widgetApi.SessionResponse, 'show' | 'held' | 'progress' | 'unread'> = {
    show: [],
    held: {},
    progress: {},
    unread: 0,
  };
  return { status: 200, body, retryAfterMs: undefined };
}

/** The page as it is without the preview. */
function endPreview(): void {
  const url = new URL(location.href);
  url.searchParams.delete(PARAMETER);
  location.replace(url);
}
