package dev.rota.report.content;

import java.util.List;

/** The discovery report of one rotation over one range of time. */
public record Report(
        Subject subject,
        Summary summary,
        List<RotationRow> rotation,
        Trends trends,
        List<Reign> primaries,
        List<FamilyRow> families,
        Matrix matrix,
        Failures failures,
        Availability availability,
        Budget budget,
        List<Recommendation> recommendations) {
    public Report {
        rotation = List.copyOf(rotation);
        primaries = List.copyOf(primaries);
        families = List.copyOf(families);
        recommendations = List.copyOf(recommendations);
    }

    /** The same, with its summary and recommendations, which are made of the other parts. */
    public Report with(Summary told, List<Recommendation> recommended) {
        return new Report(
                subject,
                told,
                rotation,
                trends,
                primaries,
                families,
                matrix,
                failures,
                availability,
                budget,
                recommended);
    }
}
