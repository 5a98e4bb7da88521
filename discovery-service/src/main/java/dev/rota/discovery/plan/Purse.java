package dev.rota.discovery.plan;

/** What one round of planning may still spend. Not safe for use by several threads. */
final class Purse {
    private long requests;
    private double usd;

    Purse(long requests, double usd) {
        this.requests = requests;
        this.usd = usd;
    }

    boolean hasRequests(int wanted) {
        return wanted <= requests;
    }

    /** Takes what the probe costs; false, and nothing taken, if that is more than there is. */
    boolean pays(PlannedProbe probe) {
        double cost = ProbeCost.usd(probe.facts().facts(), probe.requests());
        if (!hasRequests(probe.requests()) || cost > usd) {
            return false;
        }
        requests -= probe.requests();
        usd -= cost;
        return true;
    }

    /** The smaller of each. */
    Purse atMost(long otherRequests, double otherUsd) {
        return new Purse(Math.min(requests, otherRequests), Math.min(usd, otherUsd));
    }
}
