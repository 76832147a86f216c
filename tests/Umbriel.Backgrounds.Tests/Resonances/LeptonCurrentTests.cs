using Umbriel.Backgrounds.Resonances;

namespace Umbriel.Backgrounds.Tests.Resonances;

public sealed class LeptonCurrentTests
{
    private const double Mass = 0.9383;

    [Theory]
    [InlineData(1.0, 1.232, 0.3)]
    [InlineData(0.7, 1.15, 0.1)]
    [InlineData(3.0, 1.7, 1.5)]
    public void Massless_leptons_have_the_u_and_v_of_Rein_and_Sehgal(double energy, double w, double q2)
    {
        double nu = ((w * w) - (Mass * Mass) + q2) / (2.0 * Mass);
        double q = Math.Sqrt((nu * nu) + q2);
        double u = ((2.0 * energy) - nu + q) / (2.0 * energy);
        double v = ((2.0 * energy) - nu - q) / (2.0 * energy);
        LeptonCurrent current = new(energy, Mass, 0.0, w, q2);
        current.Left.ShouldBe(u * u, 1e-12);
        current.Right.ShouldBe(v * v, 1e-12);
        current.FlippedTime.ShouldBe(0.0);
        current.FlippedAlong.ShouldBe(0.0);

        // √(2uv) times the momentum and energy transfer in the resonance's rest frame.
        current.KeptTime.ShouldBe(Math.Sqrt(2.0 * u * v) * Mass * q / w, 1e-12);
        current.KeptAlong.ShouldBe(Math.Sqrt(2.0 * u * v) * ((Mass * nu) - q2) / w, 1e-12);
    }

    [Theory]
    [InlineData(1.0, 1.232, 0.3, 0.10566)]
    [InlineData(0.6, 1.15, 0.05, 0.10566)]
    [InlineData(0.8, 1.232, 0.4, 0.2)]
    [InlineData(6.0, 1.4, 1.5, 1.777)]
    public void Both_helicities_together_are_the_leptonic_tensor(double energy, double w, double q2, double leptonMass)
    {
        // L = k k' + k' k − g k·k' ± i ε(k, k'), z along q in the laboratory.
        double nu = ((w * w) - (Mass * Mass) + q2) / (2.0 * Mass);
        double q = Math.Sqrt((nu * nu) + q2);
        double e = energy - nu;
        double p2 = (e * e) - (leptonMass * leptonMass);
        double kz = ((energy * energy) + (q * q) - p2) / (2.0 * q);
        double lz = kz - q;
        double x2 = (energy * energy) - (kz * kz);
        double product = 0.5 * (q2 + (leptonMass * leptonMass));
        double norm = q * q / (energy * energy);

        LeptonCurrent current = new(energy, Mass, leptonMass, w, q2);
        double antisymmetric = (kz * e) - (energy * lz);
        current.Left.ShouldBe(norm / q2 * (x2 + product + antisymmetric), 1e-10);
        current.Right.ShouldBe(norm / q2 * (x2 + product - antisymmetric), 1e-10);

        double tt = (2.0 * energy * e) - product;
        double tz = (energy * lz) + (kz * e);
        double zz = (2.0 * kz * lz) + product;
        double gamma = (Mass + nu) / w;
        double beta = q / (Mass + nu);
        double restTt = gamma * gamma * (tt - (2.0 * beta * tz) + (beta * beta * zz));
        double restZz = gamma * gamma * (zz - (2.0 * beta * tz) + (beta * beta * tt));
        double restTz = gamma * gamma * (((1.0 + (beta * beta)) * tz) - (beta * (tt + zz)));
        ((current.FlippedTime * current.FlippedTime) + (current.KeptTime * current.KeptTime)).ShouldBe(norm * restTt, 1e-10);
        ((current.FlippedAlong * current.FlippedAlong) + (current.KeptAlong * current.KeptAlong)).ShouldBe(norm * restZz, 1e-10);
        ((current.FlippedTime * current.FlippedAlong) + (current.KeptTime * current.KeptAlong)).ShouldBe(norm * restTz, 1e-10);
    }
}
