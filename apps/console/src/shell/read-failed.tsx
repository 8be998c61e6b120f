import { ErrorState } from '@banso/ui';
import type { ComponentChildren } from 'preact';
import type { ApiError } from '../data/api.ts';

/** Props of {@link ReadFailed}. */
export interface ReadFailedProps {
  /** What was read, as `useRead` and `usePages` tell it. */
  of: { error: ApiError | null; isFetching: boolean; refetch: () => unknown };
  title: string;
  /** What to do about it. */
  children?: ComponentChildren;
}

/** Says that something could not be read, with the number to give to whoever runs the service, and reads it again. */
export function ReadFailed({ of, title, children }: ReadFailedProps) {
  return (
    <ErrorState
      title={title}
      requestId={of.error?.requestId}
      onRetry={() => void of.refetch()}
      retrying={of.isFetching}
    >
      {children}
    </ErrorState>
  );
}
