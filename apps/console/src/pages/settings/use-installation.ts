import { organisation } from '@banso/contract';
import { useEffect } from 'preact/hooks';
import { useRead } from '../../data/query.ts';
import { workspace } from '../../data/session.ts';

/** Looked at anew this often while it is on the screen, beside what the live feed says, in milliseconds. */
const AGAIN_MS = 15_000;

/** What has arrived from the customer's pages, kept fresh. */
export function useInstallation() {
  const read = useRead(`/v1/workspaces/${workspace.value?.id ?? ''}/installation`, organisation.Installation);
  const { refetch } = read;
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') void refetch();
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [refetch]);
  return read;
}
