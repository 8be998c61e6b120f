import type { Customer } from './customers.ts';
import { BYEOLMURI } from './notes/byeolmuri.ts';
import { KANADE } from './notes/kanade.ts';
import type { Note, Teammate, Workspace } from './notes/note.ts';
import { TERN } from './notes/tern.ts';

/** What one customer has done in the product on this device. */
export interface Kept {
  notes: Note[];
  teammates: Teammate[];
  invited: string[];
  folders: { name: string; shared: boolean }[];
  calendar: boolean;
}

const FIRST: Readonly<Record<string, Workspace>> = { kanade: KANADE, byeolmuri: BYEOLMURI, tern: TERN };
const SCHEME = 'kumo:scheme';
const WHO = 'kumo:who';
const nameOf = ({ id }: Customer): string => `kumo:${id}`;

/** The customer's notes and colleagues, as they left them. */
export function keptOf(customer: Customer): Kept {
  const found = read(nameOf(customer));
  if (found) return JSON.parse(found) as Kept;
  const { notes, teammates, folders } = FIRST[customer.company.id] ?? TERN;
  return {
    notes: [...notes],
    teammates: [...teammates],
    invited: [],
    folders: folders.map((folder) => ({ ...folder })),
    calendar: false,
  };
}

export function keep(customer: Customer, kept: Kept): void {
  write(nameOf(customer), JSON.stringify(kept));
}

/** The product's own light: `light` or `dark`, whatever the system is set to. */
export function scheme(): 'light' | 'dark' {
  return read(SCHEME) === 'dark' ? 'dark' : 'light';
}

export function keepScheme(chosen: 'light' | 'dark'): void {
  write(SCHEME, chosen);
}

/** Who was signed in last; null the first time. */
export const lastCustomer = (): string | null => read(WHO);
export const keepCustomer = ({ id }: Customer): void => write(WHO, id);

// a browser may keep nothing: then everything starts anew at each visit
function read(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function write(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // see above
  }
}
