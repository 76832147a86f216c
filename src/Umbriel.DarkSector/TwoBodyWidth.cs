namespace Umbriel.DarkSector;

/// <summary>Width of N → n V with an on-shell vector.</summary>
public static class TwoBodyWidth
{
    /// <summary>
    /// Γ = g² m_N³/(32π m_V²) √λ(1, r1², r2²) [(1 − r1²)² + r2²(1 + r1²) − 2 r2⁴], r1 = m_n/m_N, r2 = m_V/m_N, for a
    /// left-handed vertex (Dirac). Majorana with real vertices: the vertex is axial, bracket + 6 r1 r2², twice the width.
    /// GeV; zero when closed. Check: g = 1e-4, 0.1 → 0 + 0.03 GeV: 1.080e-10 GeV.
    /// </summary>
    public static double OfVector(double parentMass, double daughterMass, double vectorMass, double vertex, HnlType type)
    {
        if (parentMass <= daughterMass + vectorMass)
        {
            return 0.0;
        }

        double a = daughterMass / parentMass;
        double b = vectorMass / parentMass;
        double a2 = a * a;
        double b2 = b * b;
        double lambda = (1.0 - ((a + b) * (a + b))) * (1.0 - ((a - b) * (a - b)));
        double bracket = ((1.0 - a2) * (1.0 - a2)) + (b2 * (1.0 + a2)) - (2.0 * b2 * b2);
        double factor = vertex * vertex * parentMass / (32.0 * Math.PI * b2) * Math.Sqrt(lambda);
        return type == HnlType.Dirac ? factor * bracket : 2.0 * factor * (bracket + (6.0 * a * b2));
    }
}
