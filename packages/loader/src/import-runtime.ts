import type { RuntimeModule } from '@banso/widget/link';
import type { Settings } from './settings.ts';

/**
 * Fetches the runtime from the service. `import()` hands on the nonce of the script that calls it, which covers nonces,
 * `strict-dynamic` and policies that list the host. A nonce in the settings is for the page whose own bundle holds this
 * code without having a nonce: a script element that carries it fetches the module first, and `import()` then finds it.
 */
export async function importRuntime({ host, nonce }: Settings, file: string): Promise<RuntimeModule> {
  const url = `${host}/w/${file}`;
  if (nonce) await fetchAsScript(url, nonce);
  return (await import(/* @vite-ignore */ url)) as RuntimeModule;
}

function fetchAsScript(url: string, nonce: string): Promise<unknown> {
  const script = document.createElement('script');
  const ended = new Promise((resolve) => (script.onload = script.onerror = resolve));
  Object.assign(script, { type: 'module', nonce, src: url });
  document.head.append(script);
  return ended.finally(() => script.remove());
}
