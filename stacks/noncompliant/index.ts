import "./region";
import "./firewall";
import "./tiers";
import "./storage";
import "./object-storage";
import "./flows";
import "./volumes";
import "./kubernetes";
