using Umbriel.Core;
using Umbriel.Generation.Geometry;
using Umbriel.Generation.Scattering;

namespace Umbriel.Generation.Tests.Reference;

/// <summary>The observables of DarkNews's histograms, computed from generated events.</summary>
internal static class Observables
{
    /// <summary>The value of an observable (names as in the reference) for one event.</summary>
    public static double Of(string name, TruthEventBatch batch, int i, DetectorGeometry geometry)
    {
        FourVector heavy = batch.DarkNeutrino[i];
        FourVector electron = batch.Electron[i];
        FourVector positron = batch.Positron[i];
        FourVector pair = electron + positron;
        double target = batch.Regime[i] == ScatteringRegime.Coherent ? Target.FromCode(batch.Target[i]).Mass : PhysicalConstants.MassProton;
        return name switch
        {
            "E_nu_GeV" => batch.NeutrinoEnergy[i],
            "E_N_GeV" => heavy.E,
            "cos_theta_N" or "cos_theta_N_zoom" => Math.Cos(FourVector.AngleBetween(heavy, Beam(batch, i, geometry))),
            "Q2_GeV2" => 2.0 * target * (batch.NeutrinoEnergy[i] - heavy.E),
            "log10_Q2_GeV2" => Math.Log10(2.0 * target * (batch.NeutrinoEnergy[i] - heavy.E)),
            "E_ee_GeV" => pair.E,
            "theta_ee_deg" or "theta_ee_deg_full" => Degrees(FourVector.AngleBetween(pair, new FourVector(1.0, 0.0, 0.0, 1.0))),
            "cos_theta_ee" => pair.CosTheta,
            "opening_angle_deg" or "opening_angle_deg_zoom" => Degrees(FourVector.AngleBetween(electron, positron)),
            "asymmetry" => Math.Abs(electron.E - positron.E) / pair.E,
            "m_ee_GeV" => Math.Sqrt(Math.Max(0.0, pair.MassSquared)),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such observable"),
        };
    }

    /// <summary>θ_ee with respect to the neutrino instead of the z axis, degrees.</summary>
    public static double AngleToNeutrino(TruthEventBatch batch, int i, DetectorGeometry geometry) =>
        Degrees(FourVector.AngleBetween(batch.Electron[i] + batch.Positron[i], Beam(batch, i, geometry)));

    private static FourVector Beam(TruthEventBatch batch, int i, DetectorGeometry geometry) => new(
        0.0,
        batch.VertexX[i] - geometry.Soil.AxisX,
        batch.VertexY[i] - geometry.Soil.AxisY,
        batch.VertexZ[i] - geometry.Soil.TargetZ - Points.Beam.ParentPositions.Mean(batch.NeutrinoEnergy[i]));

    private static double Degrees(double radians) => radians * 180.0 / Math.PI;
}
