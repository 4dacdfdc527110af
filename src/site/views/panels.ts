/** What a particular text holds besides its words: the panels below it. */
import type { Version } from '../../domain/model.ts';
import { type Holdings, presentText } from '../holdings.ts';
import { overviewUrl, portfoliosUrl } from '../urls.ts';
import type { Link } from './common.ts';
import { overviewName, worthShowing } from './plan.ts';
import { type PromulgationView, promulgationView } from './promulgation.ts';
import { readings } from './readings.ts';
import { type RepealListView, repealListView } from './repeal-list.ts';
import { type RewardsView, rewardsView } from './rewards.ts';

export interface PanelsView {
  rewards?: RewardsView;
  repeals?: RepealListView;
  promulgation?: PromulgationView;
  /** Where to find them, for the head of the page: places below, or pages of their own. */
  links: Link[];
}

const own = {
  rewards: { text: '奖励档次与办理步骤', href: '#rewards' },
  'repeal-list': { text: '废止清单', href: '#repeals' },
  promulgation: { text: '公布情况', href: '#promulgation' },
} as const;

export function panelsView(holdings: Holdings, version: Version): PanelsView {
  const work = holdings.works.get(version.work);
  const isNewest = work !== undefined && presentText(holdings, work) === version;
  const links = readings(version).flatMap((view): Link[] => {
    if (view.type === 'plan') {
      const shown = isNewest && worthShowing(view);
      return shown ? [{ text: overviewName(work), href: overviewUrl(work.id) }] : [];
    }
    if (view.type === 'portfolios') return isNewest ? [{ text: '谁负责什么', href: portfoliosUrl() }] : [];
    return [own[view.type]];
  });
  const [rewards, repeals, promulgation] = [
    rewardsView(version),
    repealListView(holdings, version),
    promulgationView(holdings, version),
  ];
  return {
    ...(rewards ? { rewards } : {}),
    ...(repeals ? { repeals } : {}),
    ...(promulgation ? { promulgation } : {}),
    links,
  };
}
