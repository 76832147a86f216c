using Umbriel.Core;

namespace Umbriel.Reconstruction.Particles;

/// <summary>A straight run of charge from a point.</summary>
/// <param name="Direction">Where it goes, of length 1.</param>
/// <param name="Length">Where its first long gap begins, cm.</param>
/// <param name="Charge">Charge in its tube up to there that no ray before it has, electrons.</param>
/// <param name="OwnLength">Length of the stretches with such charge, cm.</param>
internal readonly record struct ChargeRay(SpaceVector Direction, double Length, double Charge, double OwnLength);
