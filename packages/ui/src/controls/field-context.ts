import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What a field tells the control inside it. */
export interface FieldLink {
  id: string;
  /** Ids of hint, error and counter that are on the page now. */
  describedBy: string | undefined;
  invalid: boolean;
}

const FieldContext = createContext<FieldLink | undefined>(undefined);

/** Connects a field with the control inside it. */
export const FieldProvider = FieldContext.Provider;

/** Attributes that tie a control to its field; a control outside a field gets none. */
export interface FieldAttributes {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: 'true';
}

/** Attributes from the surrounding field. A control's own `id` and `aria-describedby` win when spread after these. */
export function useFieldAttributes(): FieldAttributes {
  const link = useContext(FieldContext);
  if (!link) return {};
  return {
    id: link.id,
    ...(link.describedBy !== undefined && { 'aria-describedby': link.describedBy }),
    ...(link.invalid && { 'aria-invalid': 'true' }),
  };
}
