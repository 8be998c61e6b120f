import { ErrorState, Skeleton } from '@banso/ui';
import type { FunctionComponent } from 'preact';
import { textsOf } from '../../../texts/use-texts.ts';
import { frameTexts } from '../texts/editor-frame.ts';
import { useLoaded } from './use-loaded.ts';

/** Props of {@link LoadedPart}. */
export interface LoadedPartProps<P extends object> {
  /** The same function each time, see `useLoaded`. */
  load: () => Promise<FunctionComponent<P>>;
  props: P;
  /** What is drawn meanwhile. Default `cards`. */
  shape?: 'cards' | 'text' | undefined;
}

/** A part of an editor whose code is loaded when it is opened. */
export function LoadedPart<P extends object>({ load, props, shape = 'cards' }: LoadedPartProps<P>) {
  const texts = textsOf(frameTexts);
  const part = useLoaded(load);
  switch (part.status) {
    case 'loading':
      return <Skeleton shape={shape} count={2} />;
    case 'failed':
      return (
        <ErrorState title={texts.partFailed} onRetry={part.retry}>
          {texts.failedWhat}
        </ErrorState>
      );
    case 'ready': {
      const Part = part.value;
      return <Part {...props} />;
    }
    default:
      return part satisfies never;
  }
}
