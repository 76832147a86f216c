namespace Umbriel.Reconstruction.Slices;

/// <summary>What is cosmic, what belongs together and which light belongs to the beam. Lengths in cm. Chosen on simulated electrons of 0.1 to 0.5 GeV under cosmic muons.</summary>
public sealed record SliceSettings
{
    /// <summary>Start of the beam gate, ns after time zero of the deposits …</summary>
    public double GateStart { get; init; } = -500.0;

    /// <summary>… and its end. MicroBooNE's spill of 1.6 µs, with room on either side.</summary>
    public double GateEnd { get; init; } = 2500.0;

    /// <summary>Photo-electrons that a flash must have.</summary>
    public double LeastLight { get; init; } = 10.0;

    /// <summary>Only charge within this distance in z of where the flash in the gate came from is looked at; everything if null. 90 cm hold 90% of the charge in 99 of 100 pairs of 100 to 800 MeV.</summary>
    public double? FlashReach { get; init; }

    /// <summary>A point this far outside of anode or cathode for time zero came at another time.</summary>
    public double OutsideDrift { get; init; } = 2.0;

    /// <summary>Charge, electrons, of such points that makes a fragment cosmic.</summary>
    public double OutsideCharge { get; init; } = 1.5e5;

    /// <summary>Distance of the boundary in y and z within which a track enters or leaves.</summary>
    public double Boundary { get; init; } = 6.0;

    /// <summary>Distance between entry and exit from which a fragment is a muon that goes through.</summary>
    public double LeastCrossing { get; init; } = 25.0;

    /// <summary>Length from which a straight fragment counts as a track.</summary>
    public double LeastTrack { get; init; } = 15.0;

    /// <summary>Distance of a fragment from the line of a track, of which it is another piece.</summary>
    public double LineWidth { get; init; } = 5.0;

    /// <summary>Gap between two pieces of a track.</summary>
    public double LineGap { get; init; } = 60.0;

    /// <summary>Distance up to which a fragment that is cosmic takes others …</summary>
    public double CosmicReach { get; init; } = 15.0;

    /// <summary>… and up to which the others take each other.</summary>
    public double Reach { get; init; } = 40.0;

    /// <summary>Charge, electrons, from which a fragment is not taken by a cosmic one unless they touch.</summary>
    public double OwnCharge { get; init; } = 5e5;

    /// <summary>Distance at which fragments touch.</summary>
    public double Touch { get; init; } = 3.0;

    /// <summary>Predicted over counted light of simulated showers: charge without space points is missing.</summary>
    public double LightScale { get; init; } = 0.8;

    /// <summary>Relative spread of the light that is predicted, as the standard deviation of its logarithm.</summary>
    public double LightSpread { get; init; } = 0.15;

    /// <summary>The slice's predicted light must be within this factor of the flash.</summary>
    public double LightFactor { get; init; } = 3.0;

    /// <summary>Largest factor by which a flash may exceed the predicted light: strongly ionising particles leave less charge and more light, protons of 50 MeV five times more.</summary>
    public double HeavyFactor { get; init; } = 8.0;

    /// <summary>Slices with a larger cosmic score are not the neutrino's.</summary>
    public double LargestScore { get; init; } = 0.75;

    /// <summary>Largest width of a track, root mean square over length.</summary>
    public double Straight { get; init; } = 0.08;

    /// <summary>Least cosine of the angle between two pieces of a track.</summary>
    public double Aligned { get; init; } = 0.97;

    /// <summary>Price of entering from outside, in units of half a squared standard deviation of light.</summary>
    public double EnterPrice { get; init; } = 4.0;

    /// <summary>Price of a further part of a slice.</summary>
    public double PartPrice { get; init; } = 0.5;

    /// <summary>Distance between the centres of a slice's parts.</summary>
    public double PartReach { get; init; } = 100.0;

    /// <summary>A part's predicted light is at least this share of the flash.</summary>
    public double LeastPart { get; init; } = 0.02;

    /// <summary>Spread of the predicted place of the flash in y and z beside that of counting.</summary>
    public double PlaceSpread { get; init; } = 6.0;

    /// <summary>The predicted place must be within this many spreads of the flash's.</summary>
    public double LargestPull { get; init; } = 6.0;

    /// <summary>Where light is not known: share of the charge from which a slice that looks cosmic is all there is.</summary>
    public double AloneShare { get; init; } = 0.85;
}
