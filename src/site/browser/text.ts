/** Everything that a text's page adds for those who have scripts. */
import './handles.ts';
import './contents.ts';
import './jump.ts';
import './previews.ts';
import '../search/find-entry.ts';
