// What comes in one file: the texts of the preferences.
export { jaPreferences as preferences } from './preferences.ts';
