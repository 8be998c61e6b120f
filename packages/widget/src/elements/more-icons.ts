export const CHECK = 'M5.5 10.5l3 3 6-6.5';
export const CLOCK = 'M3.2 10a6.8 6.8 0 1013.6 0a6.8 6.8 0 10-13.6 0M10 6.5V10l2.3 1.6';
export const WARNING = 'M10 3.8l7 12.4H3zM10 8.5v3.6M10 14.2v.1';
export const BACK = 'M12 5l-5 5 5 5';
export const BOOK =
  'M10 5.6C8.4 4.4 6.3 4 3.5 4v11c2.8 0 4.9.4 6.5 1.6 1.6-1.2 3.7-1.6 6.5-1.6V4c-2.8 0-4.9.4-6.5 1.6zM10 5.6v11';
/** A ring around a dot: what is to be done now. */
export const TARGET = 'M2 10a8 8 0 1016 0a8 8 0 10-16 0M8.9 10a1.1 1.1 0 102.2 0a1.1 1.1 0 10-2.2 0';
