/** Where the fonts lie. */
import { join, resolve } from 'node:path';

/** The checkout's root folder. */
export const root = resolve(import.meta.dirname, '../..');

/** The stylesheets, and the README that says where each font comes from. */
export const fontsFolder = join(root, 'resources/fonts');

/** The committed font files; emptied and filled again by each run. */
export const rareFolder = join(fontsFolder, 'rare');
