/** The parts of the site that a reader can enter. A door is shown when its page exists: set `open` with the page. */
import {
  aboutUrl,
  calendarUrl,
  glossaryUrl,
  issuesUrl,
  portfoliosUrl,
  repairsUrl,
  searchUrl,
  statusUrl,
  worksUrl,
} from './urls.ts';

export interface Door {
  id: string;
  name: string;
  href: string;
  open: boolean;
}

export const doors = {
  issues: { id: 'issues', name: '公报', href: issuesUrl(), open: true },
  works: { id: 'works', name: '文件', href: worksUrl(), open: true },
  search: { id: 'search', name: '检索', href: searchUrl(), open: true },
  status: { id: 'status', name: '核对效力', href: statusUrl(), open: true },
  portfolios: { id: 'portfolios', name: '分工', href: portfoliosUrl(), open: true },
  calendar: { id: 'calendar', name: '日历', href: calendarUrl(), open: true },
  glossary: { id: 'glossary', name: '用语', href: glossaryUrl(), open: true },
  repairs: { id: 'repairs', name: '编校记录', href: repairsUrl(), open: true },
  about: { id: 'about', name: '说明', href: aboutUrl(), open: true },
} satisfies Record<string, Door>;

export type DoorId = keyof typeof doors;

export const openDoors = (): Door[] => Object.values(doors).filter((door) => door.open);
