import type { translation } from '@banso/contract';
import { useEffect, useState } from 'preact/hooks';
import { ApiError } from '../../../data/api.ts';
import { fileText } from '../model/file-text.ts';

/** How far an import is. */
export type FileState<R> =
  | { status: 'reading' }
  | { status: 'failed'; why: 'too_large' | 'unsaved' | ApiError }
  | { status: 'ready'; report: R };

/** A file as the API takes it. */
export type FileBody = { format: translation.TranslationFormat; text: string };

/**
 * Reads a translated file and asks what it would change.
 * @param atMost - Characters; larger files are none of ours.
 * @param look - Asks; undefined: it cannot be asked now, because something is not saved.
 */
export function useFileImport<R>(
  file: File,
  locale: string,
  atMost: number,
  look: (body: FileBody) => Promise<R | undefined>,
): { state: FileState<R>; body: FileBody | undefined } {
  const [state, setState] = useState<FileState<R>>({ status: 'reading' });
  const [body, setBody] = useState<FileBody>();
  useEffect(() => {
    let gone = false;
    const read = async (): Promise<FileState<R>> => {
      const text = fileText(new Uint8Array(await file.arrayBuffer()), locale);
      if (text.length > atMost) return { status: 'failed', why: 'too_large' };
      const sent: FileBody = { format: text.trimStart().startsWith('<') ? 'xliff' : 'csv', text };
      if (!gone) setBody(sent);
      const report = await look(sent);
      return report === undefined ? { status: 'failed', why: 'unsaved' } : { status: 'ready', report };
    };
    const show = async () => {
      const next = await read().catch((error: unknown): FileState<R> => {
        if (!(error instanceof ApiError)) throw error;
        return { status: 'failed', why: error };
      });
      if (!gone) setState(next);
    };
    void show();
    return () => {
      gone = true;
    };
  }, [file]);
  return { state, body };
}
