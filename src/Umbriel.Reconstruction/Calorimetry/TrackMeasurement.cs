namespace Umbriel.Reconstruction.Calorimetry;

/// <summary>dE/dx of a track on one wire.</summary>
/// <param name="Plane">Plane.</param>
/// <param name="ResidualRange">Distance along the track to its end, cm.</param>
/// <param name="Length">Length of track that the wire sees, cm.</param>
/// <param name="Loss">dE/dx, MeV/cm.</param>
public readonly record struct LossSample(int Plane, double ResidualRange, double Length, double Loss);

/// <summary>Length, energy and identity of a track. What could not be measured is missing.</summary>
/// <param name="Length">Along the track, cm.</param>
/// <param name="Samples">dE/dx on every wire of planes that see it well enough, in order of plane and wire.</param>
/// <param name="Plane">The plane that energies, means and χ² below come from: collection, unless another has more than twice its samples.</param>
/// <param name="CalorimetricEnergy">Mean dE/dx of that plane's samples times the length, GeV: wires without a sample count with the mean.</param>
/// <param name="MuonEnergy">Kinetic energy of a muon with this range, GeV.</param>
/// <param name="PionEnergy">Of a charged pion.</param>
/// <param name="ProtonEnergy">Of a proton.</param>
/// <param name="MuonChi2">How badly dE/dx against residual range fits a stopping muon, per wire; the better of the two directions.</param>
/// <param name="ProtonChi2">The same for a proton.</param>
/// <param name="IsReversed">Whether the hypothesis that fits better does so from end to start.</param>
/// <param name="FirstHalf">Mean dE/dx of the first half, MeV/cm.</param>
/// <param name="SecondHalf">Of the second half.</param>
/// <param name="TruncatedMean">Mean dE/dx of samples within one standard deviation of the median, MeV/cm.</param>
public sealed record TrackMeasurement(
    double Length,
    IReadOnlyList<LossSample> Samples,
    int? Plane,
    double? CalorimetricEnergy,
    double MuonEnergy,
    double PionEnergy,
    double ProtonEnergy,
    double? MuonChi2,
    double? ProtonChi2,
    bool? IsReversed,
    double? FirstHalf,
    double? SecondHalf,
    double? TruncatedMean)
{
    /// <summary>χ² of the muon less that of the proton: negative for muons and pions, positive for protons.</summary>
    public double? ProtonScore => MuonChi2 - ProtonChi2;
}
