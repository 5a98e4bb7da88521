package dev.rota.ranking.backtest;

import java.util.List;

/**
 * What a backtest found. Component names are the contract's JSON names.
 *
 * @param policies one score each, in the order they were asked for
 * @param hindsightMeanMs mean time to success of somebody who knew each bucket's fastest success beforehand
 */
public record BacktestReport(List<PolicyScore> policies, double hindsightMeanMs) {
    public BacktestReport {
        policies = List.copyOf(policies);
    }
}
