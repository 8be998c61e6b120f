import type { FunctionComponent } from 'preact';
import { useEffect } from 'preact/hooks';
import { toaster } from '../../../shell/toaster.ts';
import { textsOf } from '../../../texts/use-texts.ts';
import { frameTexts } from '../texts/editor-frame.ts';
import { useLoaded } from './use-loaded.ts';

/** Props of {@link LoadedDialog}. */
export interface LoadedDialogProps<P extends { onClose: () => void }> {
  /** The same function each time, see `useLoaded`. */
  load: () => Promise<FunctionComponent<P>>;
  props: P;
}

/** A dialog or drawer whose code is loaded when it is opened. If it does not arrive, that is said and nothing opens. */
export function LoadedDialog<P extends { onClose: () => void }>({ load, props }: LoadedDialogProps<P>) {
  const dialog = useLoaded(load);
  const failed = dialog.status === 'failed';
  useEffect(() => {
    if (!failed) return;
    toaster.show({ message: textsOf(frameTexts).partFailed });
    props.onClose();
  }, [failed]);
  if (dialog.status !== 'ready') return null;
  const Dialog = dialog.value;
  return <Dialog {...props} />;
}
