/** Everything that a text's page adds for those who have scripts. */
import './handles.ts';
import './contents.ts';
import './previews.ts';
import '../search/find-entry.ts';

/** Articles from which a box to jump to one by its number is worth its place. */
const many = 40;
if (document.querySelectorAll('.article').length >= many) void import('./jump.ts');
