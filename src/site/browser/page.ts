/** What every page adds for those who have scripts. */
import './keys.ts';
import './print.ts';
