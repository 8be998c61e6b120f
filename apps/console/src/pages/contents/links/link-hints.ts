import { signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

/** What was found behind links, by the field and the address: for the field to show as long as it holds that address. */
export const linkHints = signal<Readonly<Record<string, ComponentChildren>>>({});
