/** What the service counts of itself, for Prometheus. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

export function metricsOf() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    duration: new Histogram({
      name: 'gongbao_request_seconds',
      help: 'Time to answer, by address and status',
      labelNames: ['route', 'status'],
      buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15],
      registers,
    }),
    failures: new Counter({
      name: 'gongbao_unanswered_total',
      help: 'Questions that the engine did not answer, or not whole',
      registers,
    }),
    cities: new Gauge({ name: 'gongbao_cities', help: 'Cities that can be searched', registers }),
  };
}
