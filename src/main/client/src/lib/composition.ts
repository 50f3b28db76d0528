import { type ComponentType, createContext, lazy, use } from 'react';
import type { AdminPanel, Feature, LiveSource, NavItem, PageRoute, Panel, SlotOf } from './feature';
import type { MessageSource } from './i18n/i18n';

interface ComposedRoute extends Omit<PageRoute, 'page'> {
  readonly Page: ComponentType;
}

type Composed<P extends Panel> = Omit<P, 'panel'> & {
  readonly Panel: ReturnType<typeof lazy<Awaited<ReturnType<Panel['panel']>>['default']>>;
};

/** What all features add together. */
export interface Composition {
  readonly routes: readonly ComposedRoute[];
  readonly nav: readonly NavItem[];
  readonly messages: readonly MessageSource[];
  readonly settings: readonly Composed<Panel>[];
  readonly admin: readonly Composed<AdminPanel>[];
  readonly live: readonly LiveSource[];
  readonly parts: <P>(of: SlotOf<P>) => readonly ComponentType<P>[];
}

/** Puts features together. A path that two of them claim is an error. */
export function compose(features: readonly Feature[]): Composition {
  const parts = new Map<string, unknown[]>();
  for (const { slot, Part } of inOrder(all(features, 'slots'))) {
    parts.set(slot, [...(parts.get(slot) ?? []), Part]);
  }
  const routes = all(features, 'routes').map(({ page, ...route }) => ({
    ...route,
    Page: lazy(page),
  }));
  const settings = panels(all(features, 'settings'));
  const admin = panels(all(features, 'admin'));
  for (const each of [routes, settings, admin]) refuseDoubles(each.map(({ path }) => path));
  return {
    routes,
    nav: inOrder(all(features, 'nav')),
    messages: features.flatMap(({ messages }) => messages ?? []),
    settings,
    admin,
    live: all(features, 'live'),
    parts: <P>(of: SlotOf<P>) => (parts.get(of.name) ?? []) as readonly ComponentType<P>[],
  };
}

type ListOf<K extends keyof Feature> = Extract<Feature[K], readonly unknown[] | undefined>;
type Item<K extends keyof Feature> = NonNullable<ListOf<K>>[number];

const all = <K extends 'routes' | 'nav' | 'slots' | 'settings' | 'admin' | 'live'>(
  features: readonly Feature[],
  key: K,
) => features.flatMap((feature) => (feature[key] ?? []) as readonly Item<K>[]);

const inOrder = <T extends { readonly order: number }>(items: readonly T[]) =>
  items.toSorted((a, b) => a.order - b.order);

const panels = <P extends Panel>(items: readonly P[]): readonly Composed<P>[] =>
  inOrder(items).map(({ panel, ...rest }) => ({ ...rest, Panel: lazy(panel) }));

function refuseDoubles(paths: readonly string[]): void {
  const double = paths.find((path, index) => paths.indexOf(path) < index);
  if (double !== undefined) throw new Error(`Two features claim the path ${double}`);
}

export const FeaturesContext = createContext(compose([]));

export const useFeatures = (): Composition => use(FeaturesContext);
