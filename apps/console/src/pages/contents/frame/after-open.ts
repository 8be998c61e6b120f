/** What an editor loads as soon as it is open, since nobody waits for it: one file, which is there when it is needed. */
export { VariantView } from '../variants/variant-view.tsx';
export { focusField, isThere, placeOf } from './field-place.ts';
export { HeaderTools } from './header-tools.tsx';
