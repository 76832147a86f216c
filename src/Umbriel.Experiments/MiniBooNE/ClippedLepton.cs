namespace Umbriel.Experiments.MiniBooNE;

/// <summary>
/// What becomes of a pair of which the energy resolution leaves one lepton no kinetic energy at all: about one in three
/// leptons of 10 MeV.
/// </summary>
public enum ClippedLepton
{
    /// <summary>
    /// The pair is lost. So does the public code of arXiv:2308.02543, in effect: a lepton at rest has no direction, the
    /// opening angle is then not a number, and that fails the cut; "reject".
    /// </summary>
    Reject = 0,

    /// <summary>The pair passes the cut: what cannot be seen makes no second ring; "keep".</summary>
    Keep = 1,
}
